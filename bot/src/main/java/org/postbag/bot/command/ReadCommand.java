package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.posts.PostRef;

/** {@code /read n…}, bare numbers, a reply with numbers: the articles behind them. */
public final class ReadCommand implements Command {
    private final NumberedLists lists;
    private final Members members;

    public ReadCommand(NumberedLists lists, Members members) {
        this.lists = lists;
        this.members = members;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String chinese() {
        return "全文";
    }

    @Override
    public Answer answer(Request request) {
        Optional<Set<Integer>> numbers = Numbers.parse(request.args());
        if (numbers.isEmpty()) return members.usage(request, this);
        Optional<List<PostRef>> list = lists.meant(request.address(), request.repliedTo());
        if (list.isEmpty()) return members.says().said(request, "read.no.list");
        List<Integer> found = new ArrayList<>();
        List<PostRef> wanted = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int number : numbers.get()) {
            if (wanted.size() == Numbers.MOST) {
                remarks.add(members.says().say(request, "read.most", Numbers.MOST));
                break;
            }
            if (number >= 1 && number <= list.get().size()) {
                found.add(number);
                wanted.add(list.get().get(number - 1));
            } else
                remarks.add(members.says()
                        .say(request, "read.out.of.range", number, list.get().size()));
        }
        return new Answer.Articles(found, wanted, remarks);
    }
}
