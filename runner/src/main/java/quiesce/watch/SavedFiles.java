package quiesce.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices when files are saved, by whatever an editor does then: it may write in place, or write
 * another file and rename it, and cause several events. So an event only says when to look; what
 * counts is that the content is another one.
 */
public final class SavedFiles implements AutoCloseable {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  /** After the last event of a save. */
  private static final Duration QUIET = Duration.ofMillis(30);

  /** In a directory where something is written all the time. */
  private static final Duration LONGEST_NOISE = Duration.ofMillis(150);

  /** While it is replaced, a file is missing or empty. */
  private static final Duration GAP = Duration.ofMillis(300);

  /** Without events: not all file systems tell, and a directory may be replaced itself. */
  private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(1);

  /** More than any strategy may have. */
  private static final int MOST_BYTES = (1 << 20) + 1;

  private final WatchService service;
  private final Map<Path, Optional<ByteBuffer>> contents = new LinkedHashMap<>();
  private final Map<Path, WatchKey> directories = new HashMap<>();

  private SavedFiles(WatchService service) {
    this.service = service;
  }

  /** Counts what is saved from now on. */
  public static SavedFiles of(Collection<Path> files) throws IOException {
    SavedFiles saved = new SavedFiles(FileSystems.getDefault().newWatchService());
    files.forEach(file -> saved.contents.put(file, Optional.empty()));
    saved.register();
    saved.contents.replaceAll((file, before) -> read(file));
    return saved;
  }

  /**
   * Waits until something was saved, or removed.
   *
   * @return the files that have another content than at the last call
   * @throws InterruptedException if this thread is interrupted, or this is closed
   */
  public Set<Path> next() throws InterruptedException {
    try {
      while (true) {
        awaitSave();
        register();
        Map<Path, Optional<ByteBuffer>> changed = changed();
        if (changed.values().stream().anyMatch(SavedFiles::isGap)) {
          TimeUnit.MILLISECONDS.sleep(GAP.toMillis());
          changed = changed();
        }
        if (!changed.isEmpty()) {
          contents.putAll(changed);
          return new LinkedHashSet<>(changed.keySet());
        }
      }
    } catch (ClosedWatchServiceException e) {
      throw new InterruptedException();
    }
  }

  private void awaitSave() throws InterruptedException {
    WatchKey key = service.poll(WITHOUT_EVENTS.toMillis(), TimeUnit.MILLISECONDS);
    long end = System.nanoTime() + LONGEST_NOISE.toNanos();
    while (key != null) {
      key.pollEvents();
      if (!key.reset()) {
        directories.values().remove(key);
      }
      key = System.nanoTime() < end ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null;
    }
  }

  /** The directories of the files, and of what they link to. */
  private void register() {
    Set<Path> wanted =
        contents.keySet().stream()
            .flatMap(file -> Stream.of(file, real(file)))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    for (Path directory : wanted) {
      if (!directories.containsKey(directory)) {
        try {
          directories.put(directory, directory.register(service, KINDS));
        } catch (IOException e) {
          // It is not there, or the system watches no more: there is a look at it now and then.
        }
      }
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  private Map<Path, Optional<ByteBuffer>> changed() {
    Map<Path, Optional<ByteBuffer>> changed = new LinkedHashMap<>();
    contents.forEach(
        (file, before) -> {
          Optional<ByteBuffer> now = read(file);
          if (!now.equals(before)) {
            changed.put(file, now);
          }
        });
    return changed;
  }

  private static boolean isGap(Optional<ByteBuffer> content) {
    return content.filter(ByteBuffer::hasRemaining).isEmpty();
  }

  /** Nothing of a file that is not there or cannot be read. */
  private static Optional<ByteBuffer> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(ByteBuffer.wrap(in.readNBytes(MOST_BYTES)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
