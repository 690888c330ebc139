package leakdetection.infrastructure.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import leakdetection.application.detection.CatalogueChanges;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.PluginCall;
import leakdetection.application.detection.RefusedPlugin;

/**
 * The catalogue of the built-in detectors and those of the jars in a folder.
 *
 * <p>Reads the folder when it is made and at each {@link #refresh()}; never by itself. A jar is
 * known by its name and its content, so an unchanged one is not read again. Of two detectors with
 * one id the one that was there first stays; the built-in ones are always first.
 */
public final class PluginDirectory implements DetectorCatalogue {

  private static final Logger LOG = Logger.getLogger(PluginDirectory.class.getName());

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** A jar that is slow on a busy machine is waited for so often; one that hangs is not. */
  private static final int MOST_LOOKS = 120;

  private static final long MOST_BYTES = 64L << 20;

  private final Optional<Path> folder;
  private final ClassLoader application;
  private final Executor executor;
  private final Set<String> allowed;
  private final ProviderReading.Offer builtIn;
  private final Map<String, Entry> jars = new LinkedHashMap<>();
  private final List<RefusedPlugin> unreadable = new ArrayList<>();
  private volatile State state;

  /** A jar and what it offered. */
  private record Entry(PluginJar jar, ProviderReading.Offer offer) {}

  private record State(List<InstalledDetector> installed, List<RefusedPlugin> refused) {}

  /**
   * @param folder of the jars; read only if it exists
   * @param application sees the contract and the built-in detectors
   * @param executor runs the plug-ins' code while they are read; a plug-in that hangs keeps its
   *     thread
   * @throws IOException if the folder cannot be read
   */
  public PluginDirectory(Optional<Path> folder, ClassLoader application, Executor executor)
      throws IOException {
    this(folder, application, executor, Set.of());
  }

  /**
   * @param allowed SHA-256, hexadecimal, of the only jars whose code is run; empty for any
   * @throws IOException if the folder cannot be read
   */
  PluginDirectory(
      Optional<Path> folder, ClassLoader application, Executor executor, Set<String> allowed)
      throws IOException {
    this.folder = folder;
    this.allowed = Set.copyOf(allowed);
    this.application = application;
    this.executor = executor;
    this.builtIn = new ProviderReading(InstalledDetector.BUILT_IN, "").read(application, null);
    this.state = merged();
    refresh();
  }

  @Override
  public List<InstalledDetector> installed() {
    return state.installed();
  }

  @Override
  public List<RefusedPlugin> refused() {
    return state.refused();
  }

  @Override
  public synchronized CatalogueChanges refresh() throws IOException {
    Map<String, byte[]> present = contents();
    List<PluginJar> gone = new ArrayList<>();
    jars.entrySet()
        .removeIf(
            known -> {
              byte[] content = present.get(known.getKey());
              boolean isGone =
                  content == null
                      || !PluginJar.sha256(content).equals(known.getValue().jar().sha256());
              if (isGone) {
                gone.add(known.getValue().jar());
              }
              return isGone;
            });
    ClassLoader parent = new ContractOnly(application);
    for (Map.Entry<String, byte[]> file : present.entrySet()) {
      if (!jars.containsKey(file.getKey())) {
        PluginJar jar = new PluginJar(file.getKey(), file.getValue(), parent);
        jars.put(file.getKey(), new Entry(jar, offer(jar)));
      }
    }
    State before = state;
    state = merged();
    gone.forEach(PluginJar::close);
    return new CatalogueChanges(
        without(state.installed(), before.installed()),
        without(before.installed(), state.installed()),
        without(state.refused(), before.refused()));
  }

  @Override
  public synchronized void close() {
    List<Entry> open = List.copyOf(jars.values());
    jars.clear();
    state = merged();
    open.forEach(entry -> entry.jar().close());
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    unreadable.clear();
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return contents;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.get())) {
      files = all.filter(file -> file.getFileName().toString().endsWith(".jar")).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      try {
        contents.put(name, content(file));
      } catch (NoSuchFileException removed) {
        // Removed since the folder was listed: it is not there.
        continue;
      } catch (IOException broken) {
        // It costs only itself.
        unreadable.add(
            new RefusedPlugin(
                name, "", "Plug-in %s cannot be read (%s).".formatted(name, broken.getMessage())));
      }
    }
    return contents;
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    long bytes = Files.size(file);
    if (bytes > MOST_BYTES) {
      throw new IOException("%d bytes, at most %d are read".formatted(bytes, MOST_BYTES));
    }
    return Files.readAllBytes(file);
  }

  private ProviderReading.Offer offer(PluginJar jar) {
    boolean mayRun = allowed.isEmpty() || allowed.contains(jar.sha256());
    LOG.log(
        Level.INFO,
        "Plug-in {0} has the SHA-256 checksum {1}; it is {2}.",
        new Object[] {jar.name(), jar.sha256(), mayRun ? "loaded" : "not allowed"});
    return mayRun
        ? patiently(jar)
        : jar.refusal(
            "has the checksum %s, which PLUGINS__CHECKSUMS does not allow".formatted(jar.sha256()));
  }

  private ProviderReading.Offer patiently(PluginJar jar) {
    PluginCall call = new PluginCall();
    try {
      CompletableFuture<ProviderReading.Offer> reading =
          CompletableFuture.supplyAsync(() -> call.make(jar::read), executor);
      for (int looks = 0; looks < MOST_LOOKS && !call.isHung(); looks++) {
        try {
          return reading.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          continue;
        }
      }
      call.interrupt();
      return jar.refusal("did not describe its detectors in time");
    } catch (ExecutionException broken) {
      return jar.refusal("cannot be read (%s)".formatted(broken.getCause()));
    } catch (RejectedExecutionException busy) {
      return jar.refusal("was not read, because no thread was free");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return jar.refusal("was not read, because the application stops");
    }
  }

  private State merged() {
    List<RefusedPlugin> refused = new ArrayList<>(builtIn.refused());
    refused.addAll(unreadable);
    Map<String, InstalledDetector> byId = new HashMap<>();
    List<ProviderReading.Offer> offers = new ArrayList<>(List.of(builtIn));
    jars.values().forEach(entry -> offers.add(entry.offer()));
    for (ProviderReading.Offer offer : offers) {
      refused.addAll(offer == builtIn ? List.of() : offer.refused());
      for (InstalledDetector detector : offer.found()) {
        InstalledDetector first = byId.putIfAbsent(detector.id(), detector);
        if (first != null) {
          refused.add(duplicate(detector, first));
        }
      }
    }
    return new State(
        byId.values().stream().sorted(Comparator.comparing(InstalledDetector::id)).toList(),
        List.copyOf(refused));
  }

  private static RefusedPlugin duplicate(InstalledDetector detector, InstalledDetector first) {
    return new RefusedPlugin(
        detector.source(),
        detector.sha256(),
        "Plug-in %s has a detector '%s', but there is one already (%s)."
            .formatted(detector.source(), detector.id(), first.source()));
  }

  private static <T> List<T> without(List<T> all, List<T> others) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }
}
