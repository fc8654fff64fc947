/**
 * The catalogue as a ConfigMap that is watched at the API server.
 */
@NullMarked
package io.hilum.routing.catalogue.kubernetes;

import org.jspecify.annotations.NullMarked;
