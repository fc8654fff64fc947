/**
 * The archive of the evidence in an object storage, whoever's it is.
 */
@NullMarked
package io.hilum.usage.audit.store;

import org.jspecify.annotations.NullMarked;
