/**
 * What all adapters to Postgres bind values with.
 */
@NullMarked
package io.hilum.portal.postgres;

import org.jspecify.annotations.NullMarked;
