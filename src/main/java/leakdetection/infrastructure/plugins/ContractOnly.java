package leakdetection.infrastructure.plugins;

/**
 * The parent of every plug-in's class loader: shows the JDK and the detector contract, and hides
 * the rest of the application, so that a plug-in may bring any library in any version.
 */
final class ContractOnly extends ClassLoader {

  private static final String CONTRACT = "leakdetection.spi.";

  private final ClassLoader application;

  ContractOnly(ClassLoader application) {
    super("plugins", ClassLoader.getPlatformClassLoader());
    this.application = application;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(CONTRACT)) {
      return application.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
