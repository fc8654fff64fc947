/**
 * The catalogue as a file that is watched.
 */
@NullMarked
package io.hilum.routing.catalogue.file;

import org.jspecify.annotations.NullMarked;
