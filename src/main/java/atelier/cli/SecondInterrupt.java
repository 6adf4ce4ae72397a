package atelier.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at once on Ctrl-C while it is already ending, which the JVM by itself would not.
 *
 * <p>The only interface to signals is {@code sun.misc.Signal} of the module {@code
 * jdk.unsupported}, whose use javac warns of; so it is called by reflection, and where it is absent
 * the end waits as long as it must.
 */
final class SecondInterrupt {

    private static final Logger LOG = LoggerFactory.getLogger(SecondInterrupt.class);
    private static final int INTERRUPTED = 130;

    private SecondInterrupt() {}

    /** From now on Ctrl-C ends the process without waiting for anything. */
    static void haltsTheProcess() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler halt =
                    (proxy, method, arguments) -> {
                        Runtime.getRuntime().halt(INTERRUPTED);
                        return null;
                    };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            Proxy.newProxyInstance(
                                    SecondInterrupt.class.getClassLoader(),
                                    new Class<?>[] {handler},
                                    halt));
        } catch (ReflectiveOperationException e) {
            LOG.info("A second Ctrl-C cannot be heard", e);
        }
    }
}
