package leakdetection.infrastructure.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderException.Reason;

/**
 * Asks an identity provider, on the caller's thread. Few at once, because strangers can begin a
 * sign-in, and a provider that hangs must not take the requests' threads from the alarms.
 *
 * <p>Trusts whom the Java platform trusts, whatever the server's own key store says.
 */
final class ProviderCalls {

  private static final int PATIENCE_MS = 5_000;
  private static final int LARGEST = 1_000_000;
  private static final int AT_ONCE = 4;

  private final Semaphore calls = new Semaphore(AT_ONCE);
  private final SSLSocketFactory sockets = sockets();
  private final ResourceRetriever retriever =
      new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST, true, sockets);

  /** What gets the provider's keys. */
  ResourceRetriever retriever() {
    return retriever;
  }

  JsonObject get(URI address) throws ProviderException {
    return call(address, () -> retriever.retrieveResource(address.toURL()).getContent());
  }

  /** Sends a form in the name of a client; one without a secret only names itself. */
  JsonObject post(URI address, String form, String client, String secret) throws ProviderException {
    return call(address, () -> send(address, form, client, secret));
  }

  /** Returns an address that a provider says of itself: nothing but TLS beyond this machine. */
  URI address(JsonObject said, String name) throws ProviderException {
    try {
      URI address = URI.create(said.getString(name, ""));
      if ("https".equals(address.getScheme())
          || ("http".equals(address.getScheme()) && isHere(address.getHost()))) {
        return address;
      }
    } catch (IllegalArgumentException | UnknownHostException unreadable) {
      // Said below.
    }
    throw new ProviderException(
        Reason.OUT_OF_REACH, "its %s is missing, or no https address".formatted(name));
  }

  private static boolean isHere(String host) throws UnknownHostException {
    return host != null && InetAddress.getByName(host).isLoopbackAddress();
  }

  @FunctionalInterface
  private interface Call {
    String send() throws IOException, ProviderException;
  }

  private JsonObject call(URI address, Call call) throws ProviderException {
    if (!calls.tryAcquire()) {
      throw new ProviderException(Reason.OUT_OF_REACH, "too many people ask it at once");
    }
    try (JsonReader reader = Json.createReader(new StringReader(call.send()))) {
      return reader.readObject();
    } catch (IOException | JsonException | IllegalStateException failed) {
      throw new ProviderException(
          Reason.OUT_OF_REACH, address + " gives no answer that can be understood", failed);
    } finally {
      calls.release();
    }
  }

  private String send(URI address, String form, String client, String secret)
      throws IOException, ProviderException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    if (connection instanceof HttpsURLConnection safe) {
      safe.setSSLSocketFactory(sockets);
    }
    connection.setConnectTimeout(PATIENCE_MS);
    connection.setReadTimeout(PATIENCE_MS);
    connection.setInstanceFollowRedirects(false);
    connection.setDoOutput(true);
    connection.setRequestProperty("Accept", "application/json");
    String body = form;
    if (secret.isEmpty()) {
      body += "&client_id=" + encoded(client);
    } else {
      connection.setRequestProperty("Authorization", basic(client, secret));
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    if (status >= 400 && status < 500) {
      throw new ProviderException(
          Reason.NOT_VOUCHED, "%s refuses with %d".formatted(address, status));
    }
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  /** As RFC 6749, section 2.3.1, wants it. */
  private static String basic(String client, String secret) {
    String both = encoded(client) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
