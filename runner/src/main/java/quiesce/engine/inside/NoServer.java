package quiesce.engine.inside;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;
import java.util.concurrent.CountDownLatch;

/**
 * Sockets of RMI that nobody can reach. TLC's set of fingerprints is a remote object, for checks on
 * several machines, and to be one it would listen on all interfaces.
 */
final class NoServer extends RMISocketFactory {
  /** For all that this JVM makes remote from now on. */
  static void install() throws IOException {
    setSocketFactory(new NoServer());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("a check is done in one process");
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return new Unreachable();
  }

  /** Listens nowhere. */
  private static final class Unreachable extends ServerSocket {
    Unreachable() throws IOException {}

    /** RMI wants one; which does not matter. */
    @Override
    public int getLocalPort() {
      return 1;
    }

    @Override
    public Socket accept() throws IOException {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }
  }
}
