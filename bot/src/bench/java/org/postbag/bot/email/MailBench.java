package org.postbag.bot.email;

import java.io.IOException;

public final class MailBench {
    public static void main(String[] args) throws IOException {
        System.out.println(MailHouse.of(Integer.parseInt(args[0]), Integer.parseInt(args[1]), 8, args.length > 2 ? args[2] : "").folder());
    }
}
