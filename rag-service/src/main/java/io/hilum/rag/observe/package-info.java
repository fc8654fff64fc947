/**
 * What operations see of this service: its meters.
 */
@NullMarked
package io.hilum.rag.observe;

import org.jspecify.annotations.NullMarked;
