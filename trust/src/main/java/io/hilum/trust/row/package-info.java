/**
 * What is read out of the rows of a database.
 */
@NullMarked
package io.hilum.trust.row;

import org.jspecify.annotations.NullMarked;
