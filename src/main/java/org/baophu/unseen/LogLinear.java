package org.baophu.unseen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Log-linear models of three lists: tax (T), business (B) and insurance (I).
 *
 * <p>The logarithm of each cell's expected count is a sum of effects: of the whole, of each list,
 * and of those pairs of lists that a model lets depend on each other. That of all three at once
 * cannot be estimated, since the cell of no list is not seen. Each of the eight models is fitted to
 * the seven cells by Poisson maximum likelihood (Newton's method); the unseen are exp of the effect
 * of the whole. Models are weighted by exp(−BIC/2), and the variance of their average takes in how
 * they differ (Burnham and Anderson 2002; Fienberg, Biometrika 59 (1972), for the models).
 *
 * @param models each with its weight
 * @param average with its 95 % interval
 */
record LogLinear(List<UnseenEstimate.Model> models, Interval average) {
  private static final int ROUNDS = 50;
  private static final int[] PAIRS = {3, 5, 6};
  private static final String[] NAMES = {"TB", "TI", "BI"};

  /** Half a person in each cell, so that an empty one does not make an effect infinite. */
  private static final double SMALLEST = 0.5;

  private record Fit(String name, double unseen, double variance, double bic) {}

  /** Fits all models to the cells of all strata together. */
  static LogLinear fit(List<Stratum> strata) {
    double[] cells = new double[Stratum.CELLS];
    for (Stratum stratum : strata) {
      double[] own = stratum.cells();
      for (int cell = 1; cell < cells.length; cell++) {
        cells[cell] += own[cell];
      }
    }
    cells[0] = 0;
    if (Arrays.stream(cells).sum() == 0) {
      return new LogLinear(List.of(), new Interval(0, 0, 0));
    }
    List<Fit> fits = new ArrayList<>();
    for (int model = 0; model < 1 << PAIRS.length; model++) {
      fits.add(fit(cells, model));
    }
    return average(fits);
  }

  private static LogLinear average(List<Fit> fits) {
    double best = fits.stream().mapToDouble(Fit::bic).min().orElse(0);
    double all = fits.stream().mapToDouble(fit -> Math.exp((best - fit.bic()) / 2)).sum();
    List<UnseenEstimate.Model> models = new ArrayList<>();
    double mean = 0;
    for (Fit fit : fits) {
      double weight = Math.exp((best - fit.bic()) / 2) / all;
      models.add(new UnseenEstimate.Model(fit.name(), weight, fit.unseen()));
      mean += weight * fit.unseen();
    }
    double variance = 0;
    for (int i = 0; i < fits.size(); i++) {
      double off = fits.get(i).unseen() - mean;
      variance += models.get(i).weight() * (fits.get(i).variance() + off * off);
    }
    return new LogLinear(models, Interval.of(mean, variance, 0));
  }

  private static Fit fit(double[] cells, int model) {
    int[] effects = effects(model);
    double[][] design = new double[Stratum.CELLS][effects.length];
    for (int cell = 1; cell < Stratum.CELLS; cell++) {
      for (int effect = 0; effect < effects.length; effect++) {
        design[cell][effect] = (cell & effects[effect]) == effects[effect] ? 1 : 0;
      }
    }
    double[] expected = new double[Stratum.CELLS];
    for (int cell = 1; cell < Stratum.CELLS; cell++) {
      expected[cell] = cells[cell] + SMALLEST;
    }
    // Iteratively reweighted least squares: the first round starts at the counts themselves.
    double[] estimate = new double[effects.length];
    double[][] inverse = new double[0][];
    for (int round = 0; round < ROUNDS; round++) {
      inverse = inverse(information(design, expected));
      estimate = times(inverse, score(design, cells, expected));
      for (int cell = 1; cell < Stratum.CELLS; cell++) {
        expected[cell] = Math.exp(Math.min(40, dot(design[cell], estimate)));
      }
    }
    double unseen = Math.exp(Math.min(40, estimate[0]));
    double variance = unseen * unseen * inverse[0][0] + unseen;
    return new Fit(name(model), unseen, variance, bic(cells, expected, effects.length));
  }

  /** The whole, the lists, and the pairs of a model, as bits of the lists that they concern. */
  private static int[] effects(int model) {
    List<Integer> effects = new ArrayList<>(List.of(0, 1, 2, 4));
    for (int pair = 0; pair < PAIRS.length; pair++) {
      if ((model >> pair & 1) == 1) {
        effects.add(PAIRS[pair]);
      }
    }
    return effects.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String name(int model) {
    List<String> names = new ArrayList<>();
    for (int pair = 0; pair < PAIRS.length; pair++) {
      if ((model >> pair & 1) == 1) {
        names.add(NAMES[pair]);
      }
    }
    return String.join(" ", names);
  }

  private static double bic(double[] cells, double[] expected, int effects) {
    double logLikelihood = 0;
    double persons = 0;
    for (int cell = 1; cell < cells.length; cell++) {
      logLikelihood += cells[cell] * Math.log(expected[cell]) - expected[cell];
      persons += cells[cell];
    }
    return effects * Math.log(persons) - 2 * logLikelihood;
  }

  private static double[][] information(double[][] design, double[] expected) {
    int size = design[1].length;
    double[][] information = new double[size][size];
    for (int cell = 1; cell < design.length; cell++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          information[i][j] += design[cell][i] * design[cell][j] * expected[cell];
        }
      }
    }
    return information;
  }

  /** X' W z with the working response z = log μ + (n − μ) / μ. */
  private static double[] score(double[][] design, double[] cells, double[] expected) {
    double[] score = new double[design[1].length];
    for (int cell = 1; cell < design.length; cell++) {
      double response = expected[cell] * Math.log(expected[cell]) + cells[cell] - expected[cell];
      for (int i = 0; i < score.length; i++) {
        score[i] += design[cell][i] * response;
      }
    }
    return score;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    Arrays.setAll(product, row -> dot(matrix[row], vector));
    return product;
  }

  /** Gauss and Jordan with the greatest pivot; a matrix of at most seven rows. */
  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] work = new double[size][2 * size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(matrix[row], 0, work[row], 0, size);
      work[row][row] += 1e-9;
      work[row][size + row] = 1;
    }
    for (int column = 0; column < size; column++) {
      swapInGreatest(work, column);
      double pivot = work[column][column];
      for (int i = 0; i < 2 * size; i++) {
        work[column][i] /= pivot;
      }
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double factor = work[row][column];
          for (int i = 0; i < 2 * size; i++) {
            work[row][i] -= factor * work[column][i];
          }
        }
      }
    }
    double[][] inverse = new double[size][];
    Arrays.setAll(inverse, row -> Arrays.copyOfRange(work[row], size, 2 * size));
    return inverse;
  }

  private static void swapInGreatest(double[][] work, int column) {
    int greatest = column;
    for (int row = column + 1; row < work.length; row++) {
      if (Math.abs(work[row][column]) > Math.abs(work[greatest][column])) {
        greatest = row;
      }
    }
    double[] row = work[column];
    work[column] = work[greatest];
    work[greatest] = row;
  }
}
