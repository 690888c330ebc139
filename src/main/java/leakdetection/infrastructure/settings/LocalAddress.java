package leakdetection.infrastructure.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The addresses of this machine, of which the server may listen to one. */
final class LocalAddress {

  private LocalAddress() {}

  /** Returns whether the host is a name or an address of this machine; may ask the name service. */
  static boolean isOneOf(String host) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether only this machine can reach the host; may ask the name service. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException e) {
      return false;
    }
  }
}
