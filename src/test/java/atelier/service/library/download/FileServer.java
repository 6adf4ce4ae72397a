package atelier.service.library.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that has one file, and as many faults as a test wants. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] content;

    /** The ranges asked for; "all" for none. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** How many answers break off in the middle. */
    final AtomicInteger broken = new AtomicInteger();

    /** How many answers say that the server is busy. */
    final AtomicInteger busy = new AtomicInteger();

    /** Whether it knows ranges. */
    volatile boolean ranges = true;

    /** Whether an answer stops in the middle without an end, and a later one at once. */
    volatile boolean stalls;

    /** What it answers in place of the file; 0 for the file. */
    volatile int status;

    FileServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/model";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(range == null ? "all" : range);
        if (exchange.getRequestURI().getPath().equals("/elsewhere")) {
            exchange.getResponseHeaders().add("Location", url());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        if (status != 0 || busy.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(status == 0 ? 503 : status, -1);
            exchange.close();
            return;
        }
        int from = ranges && range != null ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        byte[] part = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
        OutputStream out = exchange.getResponseBody();
        if (broken.getAndDecrement() > 0) {
            out.write(part, 0, part.length / 2);
            out.flush();
            exchange.close();
        } else if (stalls) {
            out.write(part, 0, from == 0 ? part.length / 2 : 0);
            out.flush();
        } else {
            out.write(part);
            out.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
