package leakdetection.application.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import leakdetection.domain.tsd.RawReading;

/** The files of {@code mock/}: the demo plant, its readings, its sea and its leaks. */
final class MockFiles {

  private static final DateTimeFormatter WITHOUT_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final long seed;
  private final PlantRecord plant;

  MockFiles(long seed) {
    this.seed = seed;
    this.plant = new PlantRecord(seed);
  }

  /** Returns the text of each file by its path from the project's root. */
  Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    for (DemoTemplate template : DemoPlant.TEMPLATES) {
      String folder = "mock/environment/" + template.folder() + "/";
      files.put(
          folder + "currents.csv",
          EnvironmentFiles.currents(plant.currents(template), Optional.of(DemoPlant.START)));
      files.put(folder + "waves.csv", waves(template));
      files.put(folder + "leaks.csv", EnvironmentFiles.points(template.points()));
      for (DemoSensor sensor : template.sensors()) {
        files.put("mock/tsd/" + sensor.name() + ".csv", readings(plant.readings(template, sensor)));
      }
    }
    files.put("mock/leaks.csv", leaks());
    files.put("mock/demo.json", PlantJson.of(DemoPlant.TEMPLATES));
    return files;
  }

  /** The plants' own layout: an index under no name, a time without a zone, the value. */
  private static String readings(List<RawReading> record) {
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    int index = 0;
    for (RawReading reading : record) {
      csv.append(index++)
          .append(',')
          .append(WITHOUT_ZONE.format(reading.time()))
          .append(',')
          .append(ppmv(reading.ppmv()))
          .append('\n');
    }
    return csv.toString();
  }

  private static String ppmv(double value) {
    return value == RecordFault.SENTINEL ? "100000000000000.0" : Decimals.text(value, 3);
  }

  private String waves(DemoTemplate template) {
    Chance chance = Chance.of(seed, "waves " + template.folder());
    return EnvironmentFiles.waves(chance, DemoPlant.DAYS, Optional.of(DemoPlant.START));
  }

  private String leaks() {
    return DemoPlant.LEAKS.stream()
        .map(this::leak)
        .collect(
            Collectors.joining(
                "\n", "name,field,template,point,rate,x,y,z,start,end,loudest,peak\n", "\n"));
  }

  private String leak(InjectedLeak injected) {
    String loudest = "";
    double peak = 0;
    for (DemoSensor sensor : injected.template().sensors()) {
      for (double response : plant.response(injected, sensor)) {
        if (response > peak) {
          peak = response;
          loudest = sensor.name();
        }
      }
    }
    return String.join(
        ",",
        injected.name(),
        injected.template().field().label(),
        injected.template().name(),
        injected.leak().name(),
        EnvironmentFiles.rate(injected.leak()),
        EnvironmentFiles.coordinates(injected.leak().position()),
        injected.start().toString(),
        injected.end().toString(),
        loudest,
        Decimals.text(peak, 0));
  }
}
