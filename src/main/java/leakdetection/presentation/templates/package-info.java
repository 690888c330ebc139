/** Fields and templates in the REST API. */
package leakdetection.presentation.templates;
