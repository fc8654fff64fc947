/**
 * The catalogue as a ConfigMap that is watched at the API server.
 */
@NullMarked
package io.hilum.catalogue.kubernetes;

import org.jspecify.annotations.NullMarked;
