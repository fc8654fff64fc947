/**
 * The journal as a part of a service that Spring puts together.
 */
@NullMarked
package io.hilum.journal.spring;

import org.jspecify.annotations.NullMarked;
