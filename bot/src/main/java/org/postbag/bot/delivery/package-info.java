/**
 * The second journey: a digest goes out. {@link org.postbag.bot.delivery.DigestDelivery} is the whole of it, top to
 * bottom; what is particular to Telegram or mail stands behind {@link org.postbag.bot.delivery.DeliveryChannel}.
 */
@NullMarked
package org.postbag.bot.delivery;

import org.jspecify.annotations.NullMarked;
