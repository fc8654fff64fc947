/**
 * The catalogue as it runs, for administrators: what each model is served by, and how
 * that is at this moment.
 */
@NullMarked
package io.hilum.routing.overview;

import org.jspecify.annotations.NullMarked;
