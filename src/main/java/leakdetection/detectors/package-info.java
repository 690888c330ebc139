/**
 * The built-in detectors, one sub-package each, found through {@code META-INF/services} like a
 * foreign plug-in.
 *
 * <p>They know the contract ({@code leakdetection.spi}), {@code leakdetection.numerics}, the JDK
 * and the library that one of them wraps; never the application. This package itself holds the
 * format of their snapshots.
 */
package leakdetection.detectors;
