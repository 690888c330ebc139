package leakdetection;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged product in a process of its own, with its own folder, port and database, for tests
 * that end it in ways that a shared server would not survive.
 *
 * <p>Reads where the server and the application are from the system properties {@code it.liberty}
 * and {@code it.war}, as the integration tests get them.
 */
public final class ServerProcess implements AutoCloseable {

  private static final String NAME = "alone";
  private static final Pattern LINK = Pattern.compile("set-up\\.xhtml\\?key=([\\w-]+)");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Path folder;
  private final Map<String, String> settings;
  private final HttpClient client;
  private final int port;
  private Process process;
  private String authorization;

  /**
   * Lays out a server that is not started yet.
   *
   * @param folder for the server's files, its database and its log
   * @param settings environment variables of the product, beside those of address and folders
   */
  public ServerProcess(Path folder, Map<String, String> settings) throws IOException {
    this(folder, settings, CLIENT);
  }

  /**
   * Lays out a server that is not started yet.
   *
   * @param folder for the server's files, its database and its log
   * @param settings environment variables of the product, beside those of address and folders
   * @param client which trusts the server's certificate, if the settings give it one
   */
  public ServerProcess(Path folder, Map<String, String> settings, HttpClient client)
      throws IOException {
    this.client = client;
    this.folder = folder.toAbsolutePath();
    this.settings = settings;
    this.port = freePort();
    ServerFolder.layOut(this.folder.resolve("usr/servers").resolve(NAME));
  }

  /** Returns the file of the database. */
  public Path database() {
    return Path.of(
        settings.getOrDefault("DATABASE__NAME", folder.resolve("kept.sqlite3").toString()));
  }

  /** Returns the folder of the backups. */
  public Path backups() {
    return folder.resolve("backups");
  }

  /** Returns an address of the server, for a path that begins with a slash. */
  public URI uri(String path) {
    String scheme = settings.getOrDefault("SERVER__SCHEME", "http");
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  /** Returns the number of the process. */
  public long pid() {
    return process.pid();
  }

  /**
   * Sends a request.
   *
   * @param type of the body; null for none
   */
  public HttpResponse<String> send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /**
   * Makes an administrator with the link that the server printed, and a token that all requests
   * from now on carry; it holds after a restart.
   */
  public void signIn() throws IOException, InterruptedException {
    Matcher link = LINK.matcher(Files.readString(log()));
    if (!link.find()) {
      throw new IllegalStateException("No set-up link in " + log());
    }
    String administrator =
        "{\"key\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}"
            .formatted(link.group(1), Administrator.NAME, Administrator.PASSWORD);
    send("POST", "/api/set-up", "application/json", administrator);
    authorization = Administrator.basic(Administrator.NAME, Administrator.PASSWORD);
    String token = "{\"name\": \"test\", \"scopes\": [\"push\", \"read\", \"write\"]}";
    Matcher made = TOKEN.matcher(send("POST", "/api/tokens", "application/json", token).body());
    if (!made.find()) {
      throw new IllegalStateException("No token was made.");
    }
    authorization = "Bearer " + made.group(1);
  }

  /** Makes something of a JSON text and returns its id. */
  public long make(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", path, "application/json", json);
    Matcher id = ID.matcher(answer.body());
    if (answer.statusCode() >= 300 || !id.find()) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return Long.parseLong(id.group(1));
  }

  /** Tells whether the product says that it is ready. */
  public boolean isReady() throws InterruptedException {
    try {
      return send("GET", "/health/ready", null, null).statusCode() == 200;
    } catch (IOException notListening) {
      return false;
    }
  }

  /** Starts the server and returns at once. */
  public void start() throws IOException {
    Path home = Path.of(System.getProperty("it.liberty"));
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/server").toString(), "run", NAME)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("WLP_USER_DIR", folder.resolve("usr").toString());
    environment.put("SERVER_WORKING_DIR", folder.toString());
    environment.put("SERVER__PORT", Integer.toString(port));
    environment.put("DATABASE__NAME", database().toString());
    environment.put("MOCK_DIR", Path.of("mock").toAbsolutePath().toString());
    environment.put("SEED_DIR", Path.of("seed").toAbsolutePath().toString());
    environment.put("keystore_password", "only-for-tests");
    environment.put("ltpa_keys_password", "only-for-tests");
    environment.putAll(settings);
    process = builder.start();
  }

  /** Waits until the product says that it is ready. */
  public void awaitReady() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("The server did not get ready; see " + log());
      }
      Thread.sleep(200); // each question costs a few percent of a core
    }
  }

  /**
   * Waits until the server ends by itself.
   *
   * @return its exit status
   */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server did not end; see " + log());
    }
    return process.exitValue();
  }

  /** Ends the server as a power cut would, without a word. */
  public void kill() {
    if (process != null) {
      // The launcher becomes the virtual machine, or waits for it as its child.
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(handle -> handle.onExit().join());
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** Returns the file with what the server wrote. */
  public Path log() {
    return folder.resolve("server.log");
  }

  /** Returns the last line of the console. */
  public String lastLine() throws IOException {
    List<String> console = Files.readAllLines(log());
    return console.get(console.size() - 1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
