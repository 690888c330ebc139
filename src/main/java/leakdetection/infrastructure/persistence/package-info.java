/**
 * The SQLite database: the migration at start-up, EclipseLink's knowledge of SQLite, the form in
 * which times are stored, and the JPA implementations of the domain's repositories.
 *
 * <p>Nobody imports this package. It hands on stored entities through the interfaces that the
 * domain declares. Tables are described by the change log under {@code db/}, never by annotations.
 */
package leakdetection.infrastructure.persistence;
