package leakdetection.presentation.cli;

import java.util.ServiceLoader;

/** Finds what the layers below offer, as there is no container that would inject it. */
final class Services {

  private Services() {}

  /** Returns the one implementation of an interface of the application. */
  static <T> T only(Class<T> service) {
    return ServiceLoader.load(service)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The program is incomplete: it has no " + service.getSimpleName() + "."));
  }
}
