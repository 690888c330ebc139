package leakdetection.presentation.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import leakdetection.domain.fields.Field;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The oil and gas fields. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fields")
public class FieldResource {

  @GET
  @Path("fields")
  @Operation(
      summary = "List the fields",
      description =
          "There are four; they never change. A field's tag is the prefix of its plant tags.")
  @APIResponseSchema(value = FieldList.class, responseDescription = "The fields, by id")
  public FieldList list() {
    return new FieldList(Arrays.stream(Field.values()).map(FieldBody::of).toList());
  }

  /** A field as it is answered; {@code tag} is empty where the field has none. */
  @Schema(name = "Field")
  public record FieldBody(int id, String name, String tag) {

    static FieldBody of(Field field) {
      return new FieldBody(field.id(), field.label(), field.tag());
    }
  }

  /** The answer to who asks for the fields. */
  @Schema(
      name = "FieldList",
      examples =
          """
          {"result": [{"id": 1, "name": "trestakk", "tag": "19XT"},
                      {"id": 2, "name": "snorre", "tag": "19H-QI___"},
                      {"id": 3, "name": "askeladd", "tag": ""},
                      {"id": 4, "name": "troll", "tag": ""}]}""")
  public record FieldList(List<FieldBody> result) {}
}
