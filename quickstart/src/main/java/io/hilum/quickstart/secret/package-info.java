/**
 * What is drawn by lot at the first start and kept.
 */
@NullMarked
package io.hilum.quickstart.secret;

import org.jspecify.annotations.NullMarked;
