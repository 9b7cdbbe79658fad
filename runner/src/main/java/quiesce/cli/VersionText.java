package quiesce.cli;

import picocli.CommandLine.IVersionProvider;
import quiesce.report.Version;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"quiesce " + Version.withCommit()};
  }
}
