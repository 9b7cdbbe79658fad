package quiesce.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quiesce.cli.Main;

/**
 * A command {@code quiesce} for a shell whose work is done in this JVM, which has everything loaded
 * and compiled: a JVM for each command would take most of the time. Two pipes lead here and back.
 */
final class Resident implements AutoCloseable {
  private static final Set<String> WITH_PROGRESS =
      Set.of("check", "explain", "embed", "report", "litmus");

  private final Path work;
  private final Path request;
  private final Path response;
  private final Map<String, String> environment;
  private final Thread thread;

  /**
   * @param work where commands are run, and where the command {@code quiesce} is put
   */
  Resident(Path work, Map<String, String> environment) throws IOException, InterruptedException {
    this.work = work;
    this.request = pipe("request");
    this.response = pipe("response");
    this.environment = environment;
    Path command = work.resolve("quiesce");
    Files.writeString(
        command,
        """
        #!/bin/sh
        printf '%%s\\0' quiesce "$@" >'%s'
        { read -r code; cat; exit "$code"; } <'%s'
        """
            .formatted(request, response));
    Files.setPosixFilePermissions(
        command, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    this.thread = new Thread(this::serve, "quiesce of the documents");
    thread.setDaemon(true);
    thread.start();
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = work.resolve(name);
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    return pipe;
  }

  private void serve() {
    try {
      for (List<String> line = next(); !line.isEmpty(); line = next()) {
        Files.writeString(response, answer(line.subList(1, line.size())));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> next() throws IOException {
    try (InputStream in = Files.newInputStream(request)) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    }
  }

  /** The exit code on a line of its own, and everything that was printed. */
  private String answer(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments.stream().map(this::located).toList());
    // How long something takes is nobody's output.
    if (WITH_PROGRESS.contains(all.get(0))) {
      all.add("-q");
    }
    StringWriter printed = new StringWriter();
    int code =
        Main.run(
            all.toArray(String[]::new),
            InputStream.nullInputStream(),
            new PrintWriter(printed),
            new PrintWriter(printed),
            environment);
    return code + "\n" + printed.toString().replace(work + "/", "");
  }

  /** A JVM cannot change its directory. */
  private String located(String argument) {
    return argument.contains(".") && Files.exists(work.resolve(argument)) || argument.contains("/")
        ? work.resolve(argument).toString()
        : argument;
  }

  @Override
  public void close() throws IOException {
    Files.writeString(request, "");
  }
}
