package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import leakdetection.ServerProcess;
import leakdetection.presentation.security.RawRequest.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a key store of its own: what docs/security.md promises of TLS. */
class TlsIT {

  private static final String PASSWORD = "only for this test";
  private static final String SIGN_IN = "/security/sign-in.xhtml";

  @TempDir private Path folder;

  @Test
  void serverSpeaksTls12And13WithSafeCookiesAndNothingElse() throws Exception {
    SSLContext trust = trust(keyStore());
    Map<String, String> settings =
        Map.of(
            "SERVER__SCHEME", "https",
            "TLS__KEYSTORE", "tls.p12",
            "TLS__PASSWORD", PASSWORD,
            "DEBUG", "false");
    try (ServerProcess server = new ServerProcess(folder, settings, client(trust, "TLSv1.3"))) {
      server.start();
      server.awaitReady();
      for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
        HttpResponse<String> page = get(client(trust, protocol), server);

        assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
            .contains("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie"))
            .isNotEmpty()
            .allSatisfy(
                cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
      }
      Reply plain = RawRequest.of("GET " + SIGN_IN).send(server.uri("").getPort());
      assertThat(plain.text()).doesNotContain("<html").doesNotStartWith("HTTP/1.1 200");
    }
  }

  private static HttpResponse<String> get(HttpClient client, ServerProcess server)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(SIGN_IN)).timeout(Duration.ofSeconds(60)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static HttpClient client(SSLContext trust, String protocol) {
    SSLParameters only = new SSLParameters();
    only.setProtocols(new String[] {protocol});
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .sslContext(trust)
        .sslParameters(only)
        .build();
  }

  /** Makes a key store as docs/security.md says. */
  private Path keyStore() throws IOException, InterruptedException {
    Path store = folder.resolve("tls.p12");
    Path said = folder.resolve("keytool.log");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "plant",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(keytool.waitFor()).as(Files.readString(said)).isZero();
    return store;
  }

  private static SSLContext trust(Path store) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("plant", own.getCertificate("plant"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
