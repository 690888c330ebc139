/**
 * What the words mean: entities with behaviour, values, rules, repository interfaces and the
 * past-tense events of each sub-domain.
 *
 * <p>Knows no server, no transport and no thread. The sub-domains build on each other in this
 * order: fields, templates, sensors, tsd, baselines, detection, events, simulation, estimation.
 */
package leakdetection.domain;
