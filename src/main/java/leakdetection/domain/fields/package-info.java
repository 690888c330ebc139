/**
 * The oil and gas fields: a fixed enumeration with the prefixes of their plant tags, and how a
 * plant tag names the template and the sensor on it.
 */
package leakdetection.domain.fields;
