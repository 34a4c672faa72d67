package org.postbag.bot.command;

import java.util.List;
import org.postbag.subscriptions.EmailAddress;

/** Makes one page of a long numbered list; the numbers go on from page to page. */
final class ListPages {
    private final Says says;

    ListPages(Says says) {
        this.says = says;
    }

    /**
     * @param page from 1
     * @param size of a full page
     * @param command that shows the list, to which the page is added
     * @param more whether there is a next page
     */
    Answer.Listing listing(
            Request request,
            String heading,
            List<Answer.Item> items,
            int page,
            int size,
            String command,
            boolean more) {
        int first = (page - 1) * size + 1;
        // Mail has no buttons and shows no footer, so the heading has to tell how to go on.
        String whole = more && request.address() instanceof EmailAddress
                ? heading + " · " + says.say(request, "page.next", command + " p" + (page + 1))
                : heading;
        String how = first == 1
                ? says.say(request, "list.how")
                : says.say(
                        request, "list.how.from", Integer.toString(first), Integer.toString(first + items.size() - 1));
        return new Answer.Listing(whole, first, items, how, Paging.row(command, page, more));
    }
}
