package org.postbag.bot.doctor.dns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** What came of one question to DNS. */
public sealed interface Answer {

    record Found(List<Record> records) implements Answer {
        public Found {
            records = List.copyOf(records);
        }
    }

    /** DNS knows the name not, or has nothing of that type for it. */
    record None() implements Answer {}

    /** No usable answer: nobody answered, or the servers of the domain are out of order. */
    record Unknown(String problem) implements Answer {}

    /** The records; empty without any. */
    default List<Record> records() {
        return List.of();
    }

    /** The texts of TXT records, each put together from its strings (RFC 7208, 3.3). */
    default List<String> texts() {
        return records().stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> text((TXTRecord) record))
                .toList();
    }

    private static String text(TXTRecord record) {
        StringBuilder text = new StringBuilder();
        for (byte[] part : record.getStringsAsByteArrays()) text.append(new String(part, StandardCharsets.UTF_8));
        return text.toString();
    }
}
