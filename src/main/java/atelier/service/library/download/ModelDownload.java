package atelier.service.library.download;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.CatalogEntry;
import atelier.model.library.DownloadOrder;
import atelier.service.storage.FileFailures;
import atelier.service.storage.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches models. What was fetched before a break is kept and gone on with; a file bears its name
 * only when it is whole and has the content that the catalog promises.
 */
public final class ModelDownload {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDownload.class);
    private static final long LOOK_MILLIS = 100;
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;
    private static final int MOST_FAILURES = 4;
    private static final double GIGABYTE = 1e9;
    private static final long LEFT_FREE = 500_000_000L;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_THERE = 416;

    private final Path folder;
    private final ToLongFunction<Path> free;
    private final Duration patience;
    private final Duration pause;

    /** Fetches into that folder, with the usual patience. */
    public ModelDownload(Path folder) {
        this(folder, ModelDownload::usable, Duration.ofSeconds(60), Duration.ofSeconds(3));
    }

    /**
     * @param free bytes that are free where a folder lies
     * @param patience how long nothing may come before a connection counts as broken
     * @param pause before a broken connection is made anew
     */
    ModelDownload(Path folder, ToLongFunction<Path> free, Duration patience, Duration pause) {
        this.folder = folder;
        this.free = free;
        this.patience = patience;
        this.pause = pause;
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    /** A connection that broke, or a server that could not answer now. */
    private static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String reason, Throwable cause) {
            super(reason, cause);
        }

        BrokenException(String reason) {
            super(reason);
        }
    }

    /**
     * Fetches a model.
     *
     * @return the file
     * @throws AtelierException if the licence was not accepted, there is too little room, the
     *     server cannot be reached or has another file than the catalog promises; what was fetched
     *     of the right one stays
     */
    public Path fetch(DownloadOrder order, ProgressListener progress, CancelToken cancel) {
        CatalogEntry entry = order.entry();
        if (!order.acceptedLicence().equals(entry.licence().name())) {
            throw new AtelierException(
                    "%s comes under the licence %s: read and accept it first."
                            .formatted(entry.name(), entry.licence().name()));
        }
        OutputFolder.prepare(folder);
        Path target = folder.resolve(entry.file());
        try {
            if (!isThere(target, entry, progress, cancel)) {
                PartialFile partial = new PartialFile(entry, folder);
                fetch(entry, partial, progress, cancel);
                partial.finish(target, progress, cancel);
            }
            return target;
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        }
    }

    private static boolean isThere(
            Path target, CatalogEntry entry, ProgressListener progress, CancelToken cancel) {
        if (Files.notExists(target)) {
            return false;
        }
        String sha256 = PartialFile.sha256(target, "Checking " + entry.name(), progress, cancel);
        if (!sha256.equals(entry.sha256())) {
            throw new AtelierException(
                    "%s is there already and is another file than the catalog's: rename or remove it, then try again."
                            .formatted(target));
        }
        return true;
    }

    private void fetch(
            CatalogEntry entry, PartialFile partial, ProgressListener progress, CancelToken cancel)
            throws IOException {
        if (partial.size() > entry.bytes()) {
            partial.delete();
        }
        requireRoom(entry, entry.bytes() - partial.size());
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECTING)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        try {
            int failures = 0;
            while (partial.size() < entry.bytes()) {
                long before = partial.size();
                try {
                    part(client, entry, partial, progress, cancel);
                } catch (BrokenException e) {
                    failures = partial.size() > before ? 1 : failures + 1;
                    if (failures == MOST_FAILURES) {
                        throw broken(entry, e);
                    }
                    progress.noticed(
                            "The download of %s broke off and is gone on with: %s."
                                    .formatted(entry.name(), e.getMessage()));
                    waitABit(cancel);
                }
            }
        } finally {
            client.shutdownNow();
        }
    }

    private static AtelierException broken(CatalogEntry entry, BrokenException cause) {
        return new AtelierException(
                "%s cannot be fetched now: %s; what came is kept, so check the connection and try again."
                        .formatted(entry.name(), cause.getMessage()),
                cause);
    }

    private void requireRoom(CatalogEntry entry, long missing) {
        long room = free.applyAsLong(folder);
        if (room < missing + LEFT_FREE) {
            throw new AtelierException(
                    String.format(
                            Locale.ROOT,
                            "%s needs %.1f GB more in %s, where %.1f GB are free: make room, then try again.",
                            entry.name(),
                            missing / GIGABYTE,
                            folder,
                            room / GIGABYTE));
        }
    }

    private void waitABit(CancelToken cancel) {
        try {
            for (long left = pause.toMillis(); left > 0; left -= LOOK_MILLIS) {
                cancel.check();
                Thread.sleep(Math.min(left, LOOK_MILLIS));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches as much as one connection gives. */
    private void part(
            HttpClient client,
            CatalogEntry entry,
            PartialFile partial,
            ProgressListener progress,
            CancelToken cancel)
            throws IOException, BrokenException {
        long from = partial.size();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(entry.url())).timeout(patience);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        HttpResponse<InputStream> response = send(client, request.build(), cancel);
        try (WatchedStream in = new WatchedStream(response.body(), patience, cancel)) {
            switch (response.statusCode()) {
                case PARTIAL -> copy(in, entry, partial, from, progress, cancel);
                // A server that knows no ranges sends everything again.
                case OK -> {
                    requireSize(entry, response);
                    copy(in, entry, partial, 0, progress, cancel);
                }
                case RANGE_NOT_THERE -> partial.delete();
                default -> throw refused(entry, response.statusCode());
            }
        }
    }

    private static HttpResponse<InputStream> send(
            HttpClient client, HttpRequest request, CancelToken cancel) throws BrokenException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            while (true) {
                cancel.check();
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    LOG.trace("No answer yet", e);
                }
            }
        } catch (ExecutionException e) {
            throw new BrokenException("the server cannot be reached", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!answer.isDone()) {
                answer.cancel(true);
            }
        }
    }

    private static BrokenException refused(CatalogEntry entry, int status) throws BrokenException {
        if (status >= 500 || status == 429 || status == 408) {
            return new BrokenException("the server is busy (it answered %d)".formatted(status));
        }
        throw new AtelierException(
                "%s is not at its address any more (the server answered %d): look for a newer version of Atelier or of the model."
                        .formatted(entry.name(), status));
    }

    private static void requireSize(CatalogEntry entry, HttpResponse<?> response) {
        long size = response.headers().firstValueAsLong("Content-Length").orElse(entry.bytes());
        if (size != entry.bytes()) {
            throw new AtelierException(
                    "%s is another file than the catalog promises (%d bytes in place of %d), so it was not fetched: leave this model, as the file at its address was changed."
                            .formatted(entry.name(), size, entry.bytes()));
        }
    }

    private static void copy(
            WatchedStream in,
            CatalogEntry entry,
            PartialFile partial,
            long from,
            ProgressListener progress,
            CancelToken cancel)
            throws IOException, BrokenException {
        String stage = "Fetching " + entry.name();
        long total = entry.bytes() / PartialFile.MEBIBYTE;
        byte[] buffer = new byte[BUFFER];
        long told = -1;
        try (FileChannel out = partial.append(from)) {
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                long done = out.position() / PartialFile.MEBIBYTE;
                if (done != told) {
                    progress.progressed(Progress.of(stage, done, total, "MiB"));
                    told = done;
                }
                if (out.position() > entry.bytes()) {
                    out.truncate(0);
                    throw new AtelierException(
                            "%s is longer than the catalog promises, so it was deleted: leave this model, as the file at its address was changed."
                                    .formatted(entry.name()));
                }
            }
            if (out.position() < entry.bytes()) {
                throw new BrokenException("the connection ended too early");
            }
        }
        cancel.check();
    }

    private static int read(WatchedStream in, byte[] buffer) throws BrokenException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenException("the connection broke", e);
        }
    }
}
