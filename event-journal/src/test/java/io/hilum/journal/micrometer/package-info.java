@NullMarked
package io.hilum.journal.micrometer;

import org.jspecify.annotations.NullMarked;
