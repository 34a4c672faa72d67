package org.postbag.bot.doctor;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postbag.bot.doctor.dns.Lookups;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A name server on loopback, over UDP, that has the records it is given. */
public final class DnsServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int refusal = Rcode.NOERROR;
    private volatile boolean mute;
    private volatile boolean secluded;

    public DnsServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** One record as a zone file has it. */
    public DnsServer with(String name, int type, String value) throws IOException {
        records.add(Record.fromString(Name.fromString(name + "."), type, DClass.IN, 60, value, Name.root));
        return this;
    }

    /** Texts longer than one string are split as servers do. */
    public DnsServer txt(String name, String text) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += 255)
            parts.add("\"" + text.substring(at, Math.min(text.length(), at + 255)) + "\"");
        return with(name, Type.TXT, String.join(" ", parts));
    }

    public DnsServer refusing(int rcode) {
        refusal = rcode;
        return this;
    }

    /** Takes questions and never answers. */
    public DnsServer mute() {
        mute = true;
        return this;
    }

    /** Knows no top-level domain, as a resolver of a closed network. */
    public DnsServer secluded() {
        secluded = true;
        return this;
    }

    public List<String> asked() {
        return asked;
    }

    public Lookups lookups() throws IOException {
        SimpleResolver resolver =
                new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
        return new Lookups(resolver, mute ? Duration.ofMillis(300) : Lookups.PATIENCE);
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                if (mute) continue;
                byte[] question = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = answer(new Message(question)).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (socket.isClosed()) return;
            }
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        asked.add(question.getName().toString(true) + " " + Type.string(question.getType()));
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        boolean known = false;
        if (!secluded
                && refusal == Rcode.NOERROR
                && question.getName().labels() == 2
                && question.getType() == Type.NS) {
            known = true;
            answer.addRecord(
                    new NSRecord(question.getName(), DClass.IN, 60, Name.fromConstantString("ns.example.")),
                    Section.ANSWER);
        }
        if (refusal == Rcode.NOERROR)
            for (Record record : records) {
                if (!record.getName().equals(question.getName())) continue;
                known = true;
                if (record.getType() == question.getType()) answer.addRecord(record, Section.ANSWER);
            }
        answer.getHeader().setRcode(refusal != Rcode.NOERROR ? refusal : known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
