@NullMarked
package io.hilum.journal.kafka;

import org.jspecify.annotations.NullMarked;
