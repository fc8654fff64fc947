/**
 * YAML whose every value knows its line, so that a mistake can be named.
 */
@NullMarked
package io.hilum.routing.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
