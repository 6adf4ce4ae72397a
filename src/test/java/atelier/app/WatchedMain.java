package atelier.app;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** Atelier in a process that tells of every connection that something in it tries to open. */
final class WatchedMain {

    static final String ASKED = "a connection was asked for: ";

    private WatchedMain() {}

    public static void main(String[] arguments) {
        ProxySelector.setDefault(new Refusal(uri -> System.err.println(ASKED + uri)));
        Main.main(arguments);
    }

    /** Java's sockets and URL connections ask it first; it tells of them and refuses. */
    static final class Refusal extends ProxySelector {

        private final Consumer<URI> asked;

        Refusal(Consumer<URI> asked) {
            this.asked = asked;
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.accept(uri);
            throw new IllegalStateException("no connection to " + uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException("never connected", failure);
        }
    }
}
