import Siting
import Territory

/// The money of the quarters, paid out in order of time.
struct Ledger {
  /// Money of this quarter and of all that follow, whole yuan.
  private(set) var leftYuan: Int
  private let limits: ScheduleLimits
  private var accounts: [QuarterAccount]

  init(limits: ScheduleLimits) {
    self.limits = limits
    leftYuan = limits.totalBudgetYuan
    accounts = [
      QuarterAccount(
        quarter: limits.from, budgetYuan: limits.budgetYuanPerQuarter, carriedInYuan: 0)
    ]
  }

  private var current: Int { accounts.count - 1 }

  /// Opens the next quarter with what this one leaves.
  private mutating func turn() {
    let last = accounts[current]
    accounts.append(
      QuarterAccount(
        quarter: last.quarter.advanced(by: 1), budgetYuan: limits.budgetYuanPerQuarter,
        carriedInYuan: last.carriedOutYuan))
  }

  /// Pays a package that costs at most ``leftYuan``, over as many quarters as it takes.
  mutating func pay(_ package: WorkPackage) -> ScheduledPackage {
    var payments: [Payment] = []
    var dueYuan = package.costYuan
    while dueYuan > 0 {
      if accounts[current].carriedOutYuan == 0 { turn() }
      let yuan = min(dueYuan, accounts[current].carriedOutYuan)
      accounts[current].spentYuan += yuan
      payments.append(Payment(quarter: accounts[current].quarter, yuan: yuan))
      dueYuan -= yuan
      leftYuan -= yuan
    }
    accounts[current].finishedPackages.append(package.id)
    accounts[current].stationsFinished += package.stations
    accounts[current].populationRaised.add(package.populationServed, to: package.to)
    let finish = accounts[current].quarter
    return ScheduledPackage(
      package: package, start: payments.first?.quarter ?? finish, finish: finish,
      payments: payments)
  }

  /// The accounts of packages that have their time already, in order of start.
  static func accounts(
    of packages: [ScheduledPackage], limits: ScheduleLimits, budgets: [Int]
  ) -> [QuarterAccount] {
    var paid: [Quarter: Int] = [:]
    var finished: [Quarter: [WorkPackage]] = [:]
    for entry in packages {
      for payment in entry.payments { paid[payment.quarter, default: 0] += payment.yuan }
      finished[entry.finish, default: []].append(entry.package)
    }
    var accounts: [QuarterAccount] = []
    for (quarter, budgetYuan) in zip(limits.quarters, budgets) {
      var account = QuarterAccount(
        quarter: quarter, budgetYuan: budgetYuan,
        carriedInYuan: accounts.last?.carriedOutYuan ?? 0)
      account.spentYuan = paid[quarter] ?? 0
      for package in finished[quarter] ?? [] {
        account.finishedPackages.append(package.id)
        account.stationsFinished += package.stations
        account.populationRaised.add(package.populationServed, to: package.to)
      }
      accounts.append(account)
    }
    return accounts
  }

  /// The accounts of all quarters, with those in which nothing is left to do.
  consuming func closed() -> [QuarterAccount] {
    while accounts.count < limits.quarterCount { turn() }
    return accounts
  }
}
