package leakdetection;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import leakdetection.infrastructure.persistence.SqliteFile;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The product on a running server, as its users see it: extend this class in a test named {@code
 * XxxIT}.
 *
 * <p>One server with one deployed application serves all such tests of a run, with an empty
 * database at the beginning; so a test must not rely on being the first, and names what it makes by
 * itself.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class RunningServer {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** Returns the application as it is released. */
  @Deployment(testable = false)
  public static WebArchive product() {
    return ShrinkWrap.create(ZipImporter.class, "product.war")
        .importFrom(new File(System.getProperty("it.war")))
        .as(WebArchive.class);
  }

  /**
   * Returns an address of the product.
   *
   * @param path begins with a slash
   */
  public static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + System.getProperty("it.port") + path);
  }

  /** Returns an address of one of the product's WebSockets. */
  public static URI webSocketUri(String path) {
    return URI.create("ws://127.0.0.1:" + System.getProperty("it.port") + path);
  }

  /** Returns the server's own database, without its pool. */
  public static DataSource database() {
    return SqliteFile.at(Path.of(System.getProperty("it.database")));
  }

  /** Returns a client that all tests share. */
  public static HttpClient client() {
    return CLIENT;
  }

  /** Returns the answer to a GET of a path that begins with a slash. */
  public static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
