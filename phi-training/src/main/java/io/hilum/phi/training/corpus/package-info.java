/**
 * Labelled text by the page: templates of many kinds, filled with people, places and
 * things of every origin, and rewritten as people write.
 */
@NullMarked
package io.hilum.phi.training.corpus;

import org.jspecify.annotations.NullMarked;
