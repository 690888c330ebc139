package leakdetection.presentation.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as an attacker writes it, byte by byte: no client makes it decent.
 *
 * @param line method and address
 * @param headers without Host and Content-Length
 */
record RawRequest(String line, List<String> headers, byte[] body) {

  /** What came back; status 0 if the server just closed the connection. */
  record Reply(int status, String text) {}

  static RawRequest of(String line, String... headers) {
    return new RawRequest(line, List.of(headers), new byte[0]);
  }

  RawRequest with(String text) {
    return new RawRequest(line, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  RawRequest and(String header) {
    List<String> all = new ArrayList<>(headers);
    all.add(header);
    return new RawRequest(line, all, body);
  }

  Reply send(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      boolean upgrade = headers.stream().anyMatch(header -> header.startsWith("Upgrade:"));
      socket.setSoTimeout(upgrade ? 5_000 : 30_000);
      StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\n");
      if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
        head.append("Host: 127.0.0.1:").append(port).append("\r\n");
      }
      headers.forEach(header -> head.append(header).append("\r\n"));
      if (headers.stream().noneMatch(header -> header.startsWith("Upgrade:"))) {
        head.append("Connection: close\r\n");
      }
      if (body.length > 0) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      byte[] begin = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
      try {
        socket.getOutputStream().write(begin);
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
      } catch (IOException refusedInTheMiddle) {
        // It may have answered before it had read everything.
      }
      return reply(socket.getInputStream());
    }
  }

  private Reply reply(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0 && all.size() < 100_000; n = in.read(buffer)) {
        all.write(buffer, 0, n);
        if (all.toString(StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 101")) {
          break;
        }
      }
    } catch (SocketTimeoutException silent) {
      // A connection that stays open after the answer is no failure; no answer is one.
      if (all.size() == 0) {
        throw new IOException("No answer to " + line, silent);
      }
    } catch (IOException reset) {
      // What came before counts.
    }
    String text = all.toString(StandardCharsets.UTF_8);
    return new Reply(text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12)), text);
  }
}
