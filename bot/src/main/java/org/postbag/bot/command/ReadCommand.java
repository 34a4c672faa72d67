package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
        Optional<SortedMap<Integer, PostRef>> list = lists.meant(request.address(), request.repliedTo());
        if (list.isEmpty()) return members.says().said(request, "read.no.list");
        int last = list.get().isEmpty() ? 0 : list.get().lastKey();
        List<Integer> found = new ArrayList<>();
        List<PostRef> wanted = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int number : numbers.get()) {
            if (wanted.size() == Numbers.MOST) {
                remarks.add(members.says().say(request, "read.most", Numbers.MOST));
                break;
            }
            PostRef ref = list.get().get(number);
            if (ref == null) remarks.add(members.says().say(request, "read.out.of.range", number, last));
            else {
                found.add(number);
                wanted.add(ref);
            }
        }
        return new Answer.Articles(found, wanted, remarks);
    }
}
