package leakdetection.presentation.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST API, under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Leak Detection",
            version = "1",
            description =
                """
                Methane leak detection on subsea templates: fields carry templates, templates carry \
                sensors, sensors deliver readings, and each reading is judged. One object is answered \
                as `{"result": {...}}`, a list as `{"result": [...]}`, and whatever could not be done \
                as problem details (RFC 9457) with one result for each thing that is wrong. \
                Concentrations are ppmv, lengths metres, angles degrees, times UTC.""",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
    tags = {
      @Tag(name = "fields", description = "The oil and gas fields"),
      @Tag(name = "templates", description = "Subsea structures that carry sensors"),
      @Tag(name = "sensors", description = "Methane sensors and their configuration"),
      @Tag(name = "time series data", description = "Readings of the sensors"),
      @Tag(name = "anomaly detections", description = "Judgements of the readings"),
      @Tag(name = "events", description = "What people were told"),
      @Tag(name = "detectors", description = "What judges the readings"),
      @Tag(name = "baselines", description = "Normal operation, that readings are compared with"),
      @Tag(name = "feedback", description = "What operators teach"),
      @Tag(name = "backtests", description = "Which detector to trust, on one's own history"),
      @Tag(name = "estimations", description = "Which point leaks, how much and how sure"),
      @Tag(name = "backups", description = "Copies of the database"),
      @Tag(name = "jobs", description = "Long work"),
      @Tag(name = "security", description = "Who may do what, and what was done")
    })
public class RestApplication extends Application {}
