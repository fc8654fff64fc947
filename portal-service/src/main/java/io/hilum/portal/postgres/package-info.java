/**
 * What all adapters to Postgres read rows and bind values with.
 */
@NullMarked
package io.hilum.portal.postgres;

import org.jspecify.annotations.NullMarked;
