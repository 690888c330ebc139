/**
 * Detectors found at run time: those on the application's class path and those in plug-in jars.
 *
 * <p>{@link leakdetection.infrastructure.plugins.PluginDirectory} is the catalogue. Each jar is
 * read from a private copy in a class loader of its own that sees the JDK and {@code
 * leakdetection.spi}, nothing else of the application. One that throws, hangs, is built against
 * another contract or shares an id is refused by name, and the others are not touched.
 */
package leakdetection.infrastructure.plugins;
